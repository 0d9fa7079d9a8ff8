package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apctck.kit.Cases;
import org.apctck.kit.Schemas;
import org.apctck.kit.Traces;
import org.apctck.kit.agent.Message.Bye;
import org.apctck.kit.agent.Message.Cause;
import org.apctck.kit.agent.Message.Closing;
import org.apctck.kit.agent.Message.Failure;
import org.apctck.kit.agent.Message.Happened;
import org.apctck.kit.agent.Message.Hello;
import org.apctck.kit.agent.Message.RunProgram;
import org.apctck.kit.agent.Message.Welcome;
import org.apctck.spec.Steering;
import org.apctck.spec.format.InputException;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageJsonTest {
    static Stream<Message> messages() {
        return Stream.of(
                new Hello(Message.PROTOCOL, "0.1.0"),
                new Welcome(
                        Message.PROTOCOL,
                        "Fake",
                        "1",
                        "",
                        "p",
                        Set.of("SleepEx"),
                        "monotonic",
                        Map.of("threads", 8L),
                        Set.of()),
                new Message.Drill(3, Message.Drill.Kind.CRASH),
                new Welcome(Message.PROTOCOL, "Fake", "1", "d", "p", Set.of(), "", Map.of(), Set.of("steering")),
                new RunProgram(
                        7,
                        Cases.of(List.of("main: QueueUserAPC(A, worker, 0)", "20 ms"))
                                .program(),
                        2000),
                new RunProgram(
                        8,
                        Cases.of(List.of("20 ms")).program(),
                        2000,
                        new Steering(
                                Map.of("main", 0L, "worker", Steering.DELAY_NANOS_MAX),
                                Map.of("main", 2, "worker", 0))),
                new Happened(
                        7,
                        Traces.events("worker returns FALSE, last error ERROR_X, c = 1")
                                .get(0)),
                new Happened(7, Traces.events("quiescent").get(0)),
                new Closing(7, TraceStatus.COMPLETED, "", Map.of(), 2, false),
                new Closing(7, TraceStatus.STUCK, "because", Map.of("TIE", "apc"), 0, true),
                new Failure(null, Cause.AGENT, "bug"),
                new Failure(7L, Cause.PROGRAM, "loop"),
                new Bye());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsOneLineIsValidAndSurvivesBeingWrittenAndRead(Message message) {
        String line = MessageJson.write(message);

        assertThat(line).doesNotContain("\n");
        assertThat(Schemas.errors("messages", line)).isEmpty();
        assertThat(MessageJson.read("line", line)).isEqualTo(message);
    }

    @Test
    void theConversationOfTheGuideIsValidAndIsReadByTheKit() {
        List<String> lines = Schemas.document("README.md")
                .lines()
                .filter(line -> line.startsWith("> {") || line.startsWith("< {"))
                .map(line -> line.substring(2))
                .toList();

        assertThat(lines).hasSize(16);
        for (String line : lines) {
            assertThat(Schemas.errors("messages", line)).as(line).isEmpty();
            assertThat(MessageJson.read("guide", line)).isNotNull();
        }
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(MessageJson.read("line", "{\"type\":\"bye\",\"mood\":{\"sad\":[true]}}"))
                .isEqualTo(new Bye());
    }

    @Test
    void anUnknownTypeIsAnError() {
        assertThatThrownBy(() -> MessageJson.read("line", "{\"type\":\"wave\"}"))
                .isInstanceOf(InputException.class)
                .hasMessage("line:1: type: unknown type `wave`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'hello'}",
                "{'type':'welcome','protocol':1}",
                "{'type':'run','id':1,'limitMillis':0,'program':{'threads':[{'name':'a'}],'script':[]}}",
                "{'type':'run','id':1,'limitMillis':5,'program':{}}",
                "{'type':'run','id':1,'limitMillis':5,'program':{'threads':[{'name':'a'}],'script':[]},'steering':{}}",
                "{'type':'run','id':1,'limitMillis':5,'program':{'threads':[{'name':'a'}],'script':[]},"
                        + "'steering':{'delayNanos':{'a':-1}}}",
                "{'type':'run','id':1,'limitMillis':5,'program':{'threads':[{'name':'a'}],'script':[]},"
                        + "'steering':{'delayNanos':{'a':2000000000}}}",
                "{'type':'event','id':1,'seq':0,'micros':0,'event':'begins'}",
                "{'type':'event','seq':0,'micros':0,'event':'quiescent'}",
                "{'type':'trace','id':1,'status':'FINE','events':0}",
                "{'type':'trace','id':1,'status':'COMPLETED'}",
                "{'type':'error'}",
                "{'type':'error','cause':'moon','message':'m'}",
                "{'type':'wave'}",
            })
    void aBadMessageIsRejectedByTheSchemaAndByTheReader(String text) {
        String line = text.replace('\'', '"');

        assertThat(Schemas.errors("messages", line)).isNotEmpty();
        assertThatThrownBy(() -> MessageJson.read("line", line)).isInstanceOf(InputException.class);
    }
}
