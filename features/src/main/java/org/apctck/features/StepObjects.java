package org.apctck.features;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import org.apctck.features.steps.World;

/**
 * Makes the step definitions of a scenario, which share one {@link World}.
 *
 * <p>The few lines here stand in for a container: a step class has one constructor, which takes the world or nothing.
 */
public final class StepObjects implements ObjectFactory {
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private World world = new World();

    /** The world of the scenario that runs. */
    World world() {
        return world;
    }

    @Override
    public void start() {
        instances.clear();
        world = new World();
    }

    @Override
    public void stop() {
        instances.clear();
    }

    @Override
    public boolean addClass(Class<?> stepClass) {
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return type.cast(instances.computeIfAbsent(type, this::make));
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = type.getConstructors()[0];
        try {
            return constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(world);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the constructor of " + type + " must take the world or nothing", e);
        }
    }
}
