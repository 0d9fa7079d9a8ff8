package org.apctck.kit.agent;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An agent that misbehaves as its first argument says. It writes its lines by hand, so that it can write wrong ones. */
public final class FakeAgent {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final String EVENT =
            "{'type':'event','id':%s,'seq':%d,'micros':5,'thread':'worker','event':'exits'}";

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static @Nullable Socket home;

    private final String mode;
    private int programs;

    private FakeAgent(String mode) {
        this.mode = mode;
    }

    /** The command line of a fake agent. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeAgent.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("dies at its first start")) {
            if (Files.notExists(Path.of(arguments[1]))) {
                Files.createFile(Path.of(arguments[1]));
                System.exit(3);
            }
        } else if (arguments.length == 2) {
            // Held open until this process ends: whoever listens sees it end.
            callHome(Integer.parseInt(arguments[1]));
        }
        new FakeAgent(arguments[0]).talk();
    }

    private static void callHome(int port) throws IOException {
        home = new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private void talk() throws IOException, InterruptedException {
        if (mode.equals("dies at once")) {
            System.err.println("cannot find the library");
            System.exit(3);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains("\"type\":\"hello\"")) {
                greet();
            } else if (line.contains("\"type\":\"run\"")) {
                Matcher id = ID.matcher(line);
                id.find();
                programs++;
                if (mode.equals("dies of a call")) {
                    answerWithoutCalls(id.group(1), line);
                } else {
                    run(id.group(1));
                }
            } else if (line.contains("\"type\":\"bye\"")) {
                if (mode.equals("answers twice")) {
                    say("{'type':'trace','id':1,'status':'COMPLETED','events':0}");
                }
                System.exit(0);
            }
        }
    }

    private void greet() throws InterruptedException {
        switch (mode) {
            case "prints nothing" -> Thread.currentThread().join();
            case "greets with garbage" -> out.println("Welcome to MyWin 1.0!");
            case "speaks another version" -> welcome(1);
            case "refuses" -> say("{'type':'error','message':'no licence'}");
            default -> welcome(Message.PROTOCOL);
        }
    }

    private void welcome(int protocol) {
        say("{'type':'welcome','protocol':" + protocol + ",'implementation':'Fake','version':'1.2','digest':'d',"
                + "'platform':'p','apis':['CreateThread','SleepEx'],'fancy':{'new':[1]}}");
    }

    private void answerWithoutCalls(String id, String line) {
        if (line.contains("Sleep")) {
            die(id, 7);
        }
        close(id, "");
    }

    private void run(String id) throws InterruptedException {
        switch (mode) {
            case "prints garbage" -> out.println("Segmentation fault (not really)");
            case "sends an unknown type" -> say("{'type':'progress','id':" + id + "}");
            case "answers another" -> close("99", "");
            case "answers twice", "works" -> close(id, "");
            case "answers twice in a batch" -> {
                close(id, "");
                close(id, "");
            }
            case "miscounts" -> say("{'type':'trace','id':" + id + ",'status':'COMPLETED','events':3}");
            case "numbers an event twice" -> {
                event(id, 0);
                event(id, 0);
                say("{'type':'trace','id':" + id + ",'status':'COMPLETED','events':2}");
            }
            case "sends events out of order" -> {
                event(id, 4);
                event(id, 2);
                say("{'type':'trace','id':" + id + ",'status':'UNSETTLED','events':2}");
            }
            case "never answers" -> {
                event(id, 0);
                tellHome();
                Thread.currentThread().join();
            }
            case "floods a line" -> {
                while (true) {
                    out.print("x".repeat(1 << 16));
                }
            }
            case "floods events" -> {
                for (int seq = 0; ; seq++) {
                    event(id, seq);
                }
            }
            case "floods long events" -> {
                String text = "x".repeat(1 << 20);
                for (int seq = 0; ; seq++) {
                    say(EVENT.formatted(id, seq).replace("}", ",'what':'" + text + "'}"));
                }
            }
            case "dies in the middle" -> die(id, 7);
            case "dies in its second program" -> {
                if (programs == 2) {
                    die(id, 0);
                }
                close(id, "");
            }
            case "is exhausted" -> close(id, ",'exhausted':true");
            case "blames the program" ->
                say("{'type':'error','id':" + id + ",'cause':'program','message':'worker is in a call'}");
            case "is at fault" -> say("{'type':'error','id':" + id + ",'message':'bug'}");
            default -> throw new IllegalArgumentException(mode);
        }
    }

    private static void tellHome() {
        if (home != null) {
            try {
                home.getOutputStream().write(1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void die(String id, int status) {
        event(id, 0);
        System.err.println("about to die");
        Runtime.getRuntime().halt(status);
    }

    /** That the first entry could not start is all that can be said without telling any event. */
    private void close(String id, String more) {
        say("{'type':'trace','id':" + id + ",'status':'STUCK','events':0,'evidence':'process "
                + ProcessHandle.current().pid() + "'" + more + "}");
    }

    private void event(String id, int seq) {
        say(EVENT.formatted(id, seq));
    }

    private void say(String line) {
        out.println(line.replace('\'', '"'));
    }
}
