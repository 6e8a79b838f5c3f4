package io.matricula.http.errors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods that resources offer at a path, for the header {@code Allow} (RFC 9110, 10.2.1), which the framework leaves out. Read from the
 * resources' annotations at the first refusal. Safe for concurrent use.
 */
@ApplicationScoped
class AllowedMethods {
    private static final Comparator<String> OPTIONS_LAST =
            Comparator.<String, Boolean>comparing("OPTIONS"::equals).thenComparing(Comparator.naturalOrder());

    private final BeanManager beans;
    private volatile @Nullable List<Place> places;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** Paths of one form, {@code {…}} for any segment, and what is offered there. */
    record Place(String form, Pattern pattern, Set<String> methods) {
        Place(String form) {
            this(form, Pattern.compile(form.replaceAll("\\{[^}]*}", "[^/]+")), new TreeSet<>(OPTIONS_LAST));
        }

        /** Of two forms that fit, the one that names more of the path is meant. */
        int named() {
            return form.replaceAll("\\{[^}]*}", "").length();
        }

        void add(String method) {
            methods.add(method);
            methods.add("OPTIONS");
            if (method.equals("GET")) {
                methods.add("HEAD");
            }
        }
    }

    /** The value of the header for a request's path. */
    String at(String path) {
        List<Place> known = places;
        if (known == null) {
            known = places(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .distinct());
            places = known;
        }
        return at(path, known);
    }

    static String at(String path, Collection<Place> known) {
        String plain = withoutSlashes(path);
        return known.stream()
                .filter(place -> place.pattern().matcher(plain).matches())
                .max(Comparator.comparingInt(Place::named))
                .map(place -> String.join(", ", place.methods()))
                .orElse("OPTIONS");
    }

    static List<Place> places(Stream<Class<?>> classes) {
        Map<String, Place> found = new HashMap<>();
        classes.filter(type -> type.isAnnotationPresent(Path.class)).forEach(type -> {
            String root = type.getAnnotation(Path.class).value();
            for (Method method : type.getMethods()) {
                Path below = method.getAnnotation(Path.class);
                String form = withoutSlashes(root + "/" + (below == null ? "" : below.value()));
                Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(http -> http != null)
                        .forEach(http -> found.computeIfAbsent(form, Place::new).add(http.value()));
            }
        });
        return List.copyOf(found.values());
    }

    private static String withoutSlashes(String path) {
        return path.replaceAll("/+", "/").replaceAll("^/|/$", "");
    }
}
