package org.apctck.features;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apctck.spec.format.InputException;

/** The text of feature files, by the path that is shown to people, in order of the paths. */
public final class FeatureFiles {
    private static final String FOLDER = "features";
    private static final String SUFFIX = ".feature";

    private final Map<String, String> texts;

    private FeatureFiles(Map<String, String> texts) {
        this.texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** Features given as texts by their path. */
    public static FeatureFiles of(Map<String, String> texts) {
        return new FeatureFiles(texts);
    }

    /**
     * The features that the kit ships.
     *
     * @throws InputException if they are not in the build or cannot be read
     */
    public static FeatureFiles shipped() {
        URL folder = FeatureFiles.class.getClassLoader().getResource(FOLDER);
        if (folder == null) {
            throw new InputException(FOLDER + ": is not in the build; build the module again");
        }
        try {
            if (folder.openConnection() instanceof JarURLConnection jar) {
                return of(jar);
            }
            return new FeatureFiles(texts(Path.of(folder.toURI()), FOLDER));
        } catch (IOException | URISyntaxException e) {
            throw new InputException(FOLDER + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * The features of a folder and the folders in it.
     *
     * @throws InputException if there are none or they cannot be read
     */
    public static FeatureFiles in(Path folder) {
        try {
            Map<String, String> texts = texts(folder, folder.toString());
            if (texts.isEmpty()) {
                throw new InputException(folder + ": holds no " + SUFFIX + " file");
            }
            return new FeatureFiles(texts);
        } catch (NoSuchFileException e) {
            throw new InputException(folder + ": no such folder", e);
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        }
    }

    /** The text of each file. */
    public Map<String, String> texts() {
        return texts;
    }

    /** The lines of a file. */
    List<String> lines(String file) {
        return texts.getOrDefault(file, "").lines().toList();
    }

    private static Map<String, String> texts(Path folder, String shownAs) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files) {
            String name = shownAs + "/" + folder.relativize(file).toString().replace('\\', '/');
            texts.put(name, Files.readString(file));
        }
        return texts;
    }

    private static FeatureFiles of(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        Map<String, String> texts = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(FOLDER + "/") && entry.getName().endsWith(SUFFIX)) {
                    texts.put(
                            entry.getName(),
                            new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return new FeatureFiles(texts);
    }
}
