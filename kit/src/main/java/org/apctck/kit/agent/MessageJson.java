package org.apctck.kit.agent;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apctck.kit.agent.Message.Bye;
import org.apctck.kit.agent.Message.Closing;
import org.apctck.kit.agent.Message.Drill;
import org.apctck.kit.agent.Message.Failure;
import org.apctck.kit.agent.Message.Happened;
import org.apctck.kit.agent.Message.Hello;
import org.apctck.kit.agent.Message.RunProgram;
import org.apctck.kit.agent.Message.Welcome;
import org.apctck.spec.Steering;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.trace.TraceJson;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Messages as lines of JSON, both ways. Unknown fields are ignored, unknown types are an error. */
final class MessageJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MessageJson() {}

    /** The message as one line, without its end. */
    static String write(Message message) {
        return MAPPER.writeValueAsString(tree(message));
    }

    private static Map<String, Object> tree(Message message) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (message instanceof Hello hello) {
            tree.put("type", "hello");
            tree.put("protocol", hello.protocol());
            tree.put("kit", hello.kit());
        } else if (message instanceof Welcome welcome) {
            put(tree, welcome);
        } else if (message instanceof RunProgram run) {
            tree.put("type", "run");
            tree.put("id", run.id());
            tree.put("limitMillis", run.limitMillis());
            if (!run.steering().equals(Steering.NONE)) {
                tree.put("steering", tree(run.steering()));
            }
            tree.put("program", ProgramWriter.tree(run.program()));
        } else if (message instanceof Drill drill) {
            tree.put("type", "drill");
            tree.put("id", drill.id());
            tree.put("drill", word(drill.kind()));
        } else if (message instanceof Happened happened) {
            tree.put("type", "event");
            tree.put("id", happened.id());
            tree.putAll(TraceJson.tree(happened.event()));
        } else if (message instanceof Closing closing) {
            put(tree, closing);
        } else if (message instanceof Failure failure) {
            tree.put("type", "error");
            if (failure.id() != null) {
                tree.put("id", failure.id());
            }
            tree.put("cause", word(failure.cause()));
            tree.put("message", failure.message());
        } else if (message instanceof Bye) {
            tree.put("type", "bye");
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, Welcome welcome) {
        tree.put("type", "welcome");
        tree.put("protocol", welcome.protocol());
        tree.put("implementation", welcome.implementation());
        tree.put("version", welcome.version());
        tree.put("digest", welcome.digest());
        tree.put("platform", welcome.platform());
        tree.put("apis", welcome.apis());
        if (!welcome.clock().isEmpty()) {
            tree.put("clock", welcome.clock());
        }
        if (!welcome.limits().isEmpty()) {
            tree.put("limits", welcome.limits());
        }
        if (!welcome.capabilities().isEmpty()) {
            tree.put("capabilities", welcome.capabilities());
        }
    }

    private static void put(Map<String, Object> tree, Closing closing) {
        tree.put("type", "trace");
        tree.put("id", closing.id());
        tree.put("status", closing.status().name());
        if (!closing.evidence().isEmpty()) {
            tree.put("evidence", closing.evidence());
        }
        if (!closing.readings().isEmpty()) {
            tree.put("readings", closing.readings());
        }
        tree.put("events", closing.events());
        if (closing.exhausted()) {
            tree.put("exhausted", true);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a line.
     *
     * @param source the name of what is read, for errors
     * @throws org.apctck.spec.format.InputException if it is not a message
     */
    static Message read(String source, String line) {
        return read(Document.json(source, line));
    }

    /**
     * Reads a message.
     *
     * @throws org.apctck.spec.format.InputException if it is none
     */
    static Message read(Node node) {
        String type = node.get("type").text();
        return switch (type) {
            case "hello" -> new Hello(node.get("protocol").integer(0, Integer.MAX_VALUE), node.text("kit", ""));
            case "welcome" -> welcome(node);
            case "run" ->
                new RunProgram(
                        node.get("id").integer(),
                        ProgramReader.read(node.get("program")),
                        node.get("limitMillis").integer(1, Integer.MAX_VALUE),
                        steering(node.find("steering")));
            case "drill" ->
                new Drill(node.get("id").integer(), node.get("drill").constant(Drill.Kind.class));
            case "event" -> new Happened(node.get("id").integer(), TraceJson.readEvent(node));
            case "trace" -> closing(node);
            case "error" -> failure(node);
            case "bye" -> new Bye();
            default -> throw node.get("type").error("unknown type `" + type + "`");
        };
    }

    private static Map<String, Object> tree(Steering steering) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("delayNanos", steering.delayNanos());
        if (!steering.meets().isEmpty()) {
            tree.put("meets", steering.meets());
        }
        return tree;
    }

    private static Steering steering(@Nullable Node node) {
        Map<String, Long> delayNanos = new LinkedHashMap<>();
        Map<String, Integer> meets = new LinkedHashMap<>();
        if (node != null) {
            node.get("delayNanos")
                    .fields()
                    .forEach((thread, nanos) ->
                            delayNanos.put(thread, (long) nanos.integer(0, (int) Steering.DELAY_NANOS_MAX)));
            Node calls = node.find("meets");
            if (calls != null) {
                calls.fields().forEach((thread, number) -> meets.put(thread, number.integer(0, Integer.MAX_VALUE)));
            }
        }
        return new Steering(delayNanos, meets);
    }

    private static Welcome welcome(Node node) {
        Map<String, Long> limits = new LinkedHashMap<>();
        Node limitNode = node.find("limits");
        if (limitNode != null) {
            limitNode.fields().forEach((name, limit) -> limits.put(name, limit.integer()));
        }
        return new Welcome(
                node.get("protocol").integer(0, Integer.MAX_VALUE),
                node.get("implementation").told(),
                node.get("version").told(),
                node.told("digest", ""),
                node.get("platform").told(),
                new TreeSet<>(node.list("apis", Node::told)),
                node.told("clock", ""),
                limits,
                new TreeSet<>(node.list("capabilities", Node::told)));
    }

    private static Closing closing(Node node) {
        Map<String, String> readings = new LinkedHashMap<>();
        Node readingNode = node.find("readings");
        if (readingNode != null) {
            readingNode.fields().forEach((name, value) -> readings.put(name, value.told()));
        }
        return new Closing(
                node.get("id").integer(),
                node.get("status").constant(TraceStatus.class),
                node.told("evidence", ""),
                readings,
                node.get("events").integer(0, Integer.MAX_VALUE),
                node.flag("exhausted"));
    }

    private static Failure failure(Node node) {
        Node id = node.find("id");
        Node cause = node.find("cause");
        return new Failure(
                id == null ? null : id.integer(),
                cause == null ? Message.Cause.AGENT : cause.constant(Message.Cause.class),
                node.get("message").told());
    }
}
