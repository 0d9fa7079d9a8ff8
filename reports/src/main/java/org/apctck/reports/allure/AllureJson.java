package org.apctck.reports.allure;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON: of Allure's model as Allure reads it, and of what the kit has to say. */
final class AllureJson {
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    /** Constants in lower case, and nothing where there is nothing. */
    private static final JsonMapper MODEL = JsonMapper.builder()
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private AllureJson() {}

    static byte[] model(Object value) {
        return MODEL.writeValueAsBytes(value);
    }

    static String line(Object tree) {
        return PLAIN.writeValueAsString(tree) + "\n";
    }

    static String indented(Object tree) {
        return PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
