package org.apctck.spec.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.spec.format.Nearest;

/** Recursive descent over the grammar of calls (EBNF in {@code docs/protocol/}). */
final class CallParser {
    /** No call of the API nests its arguments deeper than two or three times; a text may be anybody's. */
    private static final int DEPTH_MAX = 20;

    private static final String LOOP = "while it returns RESULT, at most N times";

    private final String text;
    private int position;
    private int depth;

    CallParser(String text) {
        this.text = text;
    }

    Call parse() {
        skipSpace();
        int start = position;
        String binding = null;
        String name = word("the name of a function");
        skipSpace();
        if (peek() == '=') {
            binding = name;
            position++;
            skipSpace();
            start = position;
            name = word("the name of a function");
        }
        ApiFunction function = ApiFunction.named(name);
        if (function == null) {
            throw unknown(name, start);
        }
        List<Value> arguments = arguments(function);
        skipSpace();
        Call.Loop loop = text.startsWith("while", position) ? loop(function) : null;
        skipSpace();
        if (position < text.length()) {
            throw error("unexpected `" + text.substring(position) + "` after the call", position);
        }
        return new Call(binding, function, arguments, loop);
    }

    private Call.Loop loop(ApiFunction function) {
        ReturnType type = function.returnType();
        if (type == ReturnType.VOID) {
            throw error(function + " returns nothing that a loop could go by", position);
        }
        phrase("while it returns");
        int start = position;
        int comma = text.indexOf(',', start);
        if (comma < 0) {
            throw error("a loop needs a bound: write `, at most N times` after the value", text.length());
        }
        String result = text.substring(start, comma)
                .strip()
                .replaceAll("\\s*\\+\\s*", " + ")
                .replaceAll("\\s+", " ");
        if (!type.canWrite(result)) {
            throw error(function + " never returns `" + result + "`; write " + type.expects(), start);
        }
        position = comma + 1;
        phrase("at most");
        int atMost = times();
        phrase(atMost == 1 ? "time" : "times");
        return new Call.Loop(result, atMost);
    }

    private int times() {
        int start = position;
        while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        String digits = text.substring(start, position);
        int times = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
        if (times < 1 || times > Call.Loop.TIMES_MAX) {
            throw error("a call is made from 1 to " + Call.Loop.TIMES_MAX + " times, not `" + digits + "`", start);
        }
        return times;
    }

    /** Reads words that must stand here, and the space after them. */
    private void phrase(String words) {
        for (String word : words.split(" ")) {
            skipSpace();
            int start = position;
            if (!Character.isLetter(peek()) || !word("`" + word + "`").equals(word)) {
                throw error("expected `" + word + "` of `" + LOOP + "`", start);
            }
        }
        skipSpace();
    }

    private List<Value> arguments(ApiFunction function) {
        expect('(');
        List<Value> arguments = new ArrayList<>();
        skipSpace();
        while (peek() != ')') {
            if (!arguments.isEmpty()) {
                expect(',');
            }
            skipSpace();
            int start = position;
            Value value = value();
            if (value instanceof Value.Name name && peek() == '(') {
                throw error(
                        "a call is no argument: bind what it returns in a call before, `h = " + name
                                + "(…)`, and write `h`",
                        start);
            }
            if (arguments.size() == function.parameters().size()) {
                throw error(arity(function), start);
            }
            Parameter parameter = function.parameters().get(arguments.size());
            String objection = parameter.objection(value);
            if (!objection.isEmpty()) {
                throw error(parameter.name() + " of " + function + objection, start, hint(value));
            }
            arguments.add(value);
            skipSpace();
        }
        if (arguments.size() != function.parameters().size()) {
            throw error(arity(function), position);
        }
        position++;
        return arguments;
    }

    private CallSyntaxException unknown(String name, int at) {
        List<String> known =
                Stream.of(ApiFunction.values()).map(ApiFunction::functionName).toList();
        return UnmappedFunctions.contains(name)
                ? error(name + " is a function of Windows that programs cannot call yet", at)
                : error("unknown function " + name, at, Nearest.hint(name, known));
    }

    /** The constant that a name may have been meant for, which would be the name of an object otherwise. */
    private static String hint(Value value) {
        return value instanceof Value.Name name
                ? Nearest.hint(name.toString(), Constants.all().keySet())
                : "";
    }

    private static String arity(ApiFunction function) {
        List<String> names = function.parameters().stream().map(Parameter::name).toList();
        return function + " takes " + names.size() + (names.size() == 1 ? " argument (" : " arguments (")
                + String.join(", ", names) + ")";
    }

    private Value value() {
        skipSpace();
        char c = peek();
        if (c == '&') {
            position++;
            return new Value.Slot(word("a name after &"));
        }
        if (c == '[' || c == '{') {
            if (depth == DEPTH_MAX) {
                throw error("too many brackets within brackets", position);
            }
            depth++;
            Value nested = c == '[' ? sequence() : record();
            depth--;
            return nested;
        }
        if (c == '-' || Character.isDigit(c)) {
            return number();
        }
        if (c == '"') {
            return text();
        }
        return named();
    }

    private Value named() {
        int start = position;
        String word = word("an argument");
        if (word.equals("invalid")) {
            return new Value.Invalid();
        }
        if (word.equals("id")) {
            skipSpace();
            int of = position;
            if (position < text.length() && Character.isLetter(peek())) {
                if (!word("`of`").equals("of")) {
                    throw error("expected `id of THREAD`", of);
                }
                skipSpace();
                return new Value.IdOf(word("the name of a thread"));
            }
        }
        Long constant = Constants.valueOf(word);
        if (constant == null) {
            return new Value.Name(word);
        }
        List<String> names = new ArrayList<>(List.of(word));
        long value = constant;
        for (skipSpace(); peek() == '|'; skipSpace()) {
            position++;
            skipSpace();
            start = position;
            String next = word("a constant after |");
            Long flag = Constants.valueOf(next);
            if (flag == null) {
                throw error(
                        "unknown constant " + next,
                        start,
                        Nearest.hint(next, Constants.all().keySet()));
            }
            names.add(next);
            value |= flag;
        }
        return new Value.Constants(names, value);
    }

    private Value number() {
        int start = position;
        while (position < text.length() && (Character.isLetterOrDigit(peek()) || peek() == '-')) {
            position++;
        }
        String digits = text.substring(start, position);
        try {
            long value = digits.startsWith("0x") || digits.startsWith("0X")
                    ? Long.parseUnsignedLong(digits.substring(2), 16)
                    : Long.parseLong(digits);
            return new Value.Int(value, digits);
        } catch (NumberFormatException e) {
            throw error("`" + digits + "` is not a 64-bit number", start);
        }
    }

    private Value text() {
        StringBuilder read = new StringBuilder();
        for (position++; peek() != '"'; position++) {
            boolean escapes = text.startsWith("\\\"", position) || text.startsWith("\\\\", position);
            if (escapes) {
                position++;
            } else if (peek() < ' ' || peek() > '~' || peek() == '\\') {
                throw error("expected printable ASCII, `\\\"`, `\\\\` or `\"` at the end of a text", position);
            }
            read.append(peek());
        }
        position++;
        return new Value.Text(read.toString());
    }

    private Value sequence() {
        position++;
        List<Value> values = new ArrayList<>();
        for (skipSpace(); peek() != ']'; skipSpace()) {
            if (!values.isEmpty()) {
                expect(',');
            }
            values.add(value());
        }
        position++;
        return new Value.Sequence(values);
    }

    private Value record() {
        position++;
        List<Map.Entry<String, Value>> fields = new ArrayList<>();
        for (skipSpace(); peek() != '}'; skipSpace()) {
            if (!fields.isEmpty()) {
                expect(',');
                skipSpace();
            }
            String field = word("the name of a field");
            expect(':');
            fields.add(Map.entry(field, value()));
        }
        position++;
        return new Value.Record(fields);
    }

    private String word(String what) {
        int start = position;
        while (position < text.length() && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
            position++;
        }
        if (start == position || Character.isDigit(text.charAt(start))) {
            throw error("expected " + what, start);
        }
        return text.substring(start, position);
    }

    private void expect(char c) {
        skipSpace();
        if (peek() != c) {
            throw error("expected `" + c + "`", position);
        }
        position++;
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** The next character; 0 at the end, which no rule of the grammar accepts. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private CallSyntaxException error(String problem, int at) {
        return error(problem, at, "");
    }

    private CallSyntaxException error(String problem, int at, String hint) {
        return new CallSyntaxException(problem, text, at + 1, hint);
    }
}
