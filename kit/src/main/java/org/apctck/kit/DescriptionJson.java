package org.apctck.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.Node;

/** What a target is as JSON, both ways: the identity that results and recordings carry. */
public final class DescriptionJson {
    private DescriptionJson() {}

    /** The description as maps, lists and texts. */
    public static Map<String, Object> tree(TargetDescription target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", target.name());
        tree.put("implementation", target.implementation());
        tree.put("version", target.version());
        tree.put("digest", target.digest());
        tree.put("platform", target.platform());
        tree.put("apis", target.apis());
        return tree;
    }

    /**
     * Reads a description.
     *
     * @throws org.apctck.spec.format.InputException with file, line and field
     */
    public static TargetDescription read(Node node) {
        return new TargetDescription(
                node.get("name").text(),
                node.get("implementation").text(),
                node.get("version").text(),
                node.get("digest").text(),
                node.get("platform").text(),
                new TreeSet<>(node.list("apis", Node::text)));
    }
}
