package org.apctck.cli.console;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.TargetLostException;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Nearest;
import org.apctck.spec.program.ProgramException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a person is told of a problem that ends a verb: one line, and an exit status.
 *
 * @param problem its stack trace is shown on demand
 */
public record ErrorLine(ExitStatus status, String text, Throwable problem) {
    /** The line for whatever a verb, or the parser of its arguments, has thrown. */
    public static ErrorLine of(Throwable problem) {
        if (problem instanceof CommandException command) {
            return new ErrorLine(command.status(), message(problem), problem);
        }
        if (problem instanceof ParameterException usage) {
            return new ErrorLine(ExitStatus.USAGE, usage(usage), problem);
        }
        if (problem instanceof InputException || problem instanceof ProgramException) {
            return new ErrorLine(ExitStatus.USAGE, message(problem), problem);
        }
        if (problem instanceof InvalidPathException path) {
            String locale = path.getReason().contains("unmappable") ? "; set LC_ALL to a UTF-8 locale" : "";
            return new ErrorLine(
                    ExitStatus.USAGE,
                    path.getInput() + ": is no path here (" + firstLine(path.getReason()) + ")" + locale,
                    problem);
        }
        if (problem instanceof TargetUnavailableException || problem instanceof TargetLostException) {
            return new ErrorLine(ExitStatus.TARGET, message(problem), problem);
        }
        String what = problem instanceof OutOfMemoryError ? "out of memory" : problem.toString();
        return new ErrorLine(
                ExitStatus.FAULT, "fault of the kit: " + firstLine(what) + " (--verbose shows where)", problem);
    }

    /** Prints the line, and gives the exit status. */
    public int report(Console console, boolean verbose) {
        console.out().flush();
        if (verbose) {
            problem.printStackTrace(console.err());
        }
        console.say("apctck: " + text);
        return status.code();
    }

    private static String message(Throwable problem) {
        return firstLine(String.valueOf(problem.getMessage()));
    }

    private static String usage(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        if (problem instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return "missing " + name(missing.getMissing().get(0)) + see(command, message(problem));
        }
        String message = message(problem);
        return Character.toLowerCase(message.charAt(0)) + message.substring(1) + see(command, message);
    }

    private static String name(ArgSpec missing) {
        String label = missing.paramLabel();
        return missing instanceof OptionSpec option ? option.longestName() + " " + label : label;
    }

    private static String see(CommandLine command, String message) {
        return message.contains("--help")
                ? ""
                : "; see ./" + command.getCommandSpec().qualifiedName() + " --help";
    }

    private static String unmatched(CommandLine command, String argument) {
        String otherwise = "see ./" + command.getCommandSpec().qualifiedName() + " --help";
        if (argument.startsWith("-")) {
            String name = argument.replaceFirst("=.*", "");
            List<String> options =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            return "unknown option " + name + Nearest.hint(name, options, otherwise);
        }
        return command.getParent() == null
                ? "unknown verb " + argument
                        + Nearest.hint(
                                argument.toLowerCase(Locale.ROOT),
                                command.getSubcommands().keySet(),
                                otherwise)
                : "unexpected argument " + argument + "; " + otherwise;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
