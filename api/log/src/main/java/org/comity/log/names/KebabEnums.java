package org.comity.log.names;

import org.comity.api.Kebab;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Gives every enum constant its name on the wire, so that no enum of the language needs an annotation. */
final class KebabEnums extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotatedClass, Enum<?>[] constants, String[] names) {
        String[] kebab = new String[constants.length];
        for (int i = 0; i < constants.length; i++) {
            kebab[i] = Kebab.of(constants[i]);
        }
        return kebab;
    }
}
