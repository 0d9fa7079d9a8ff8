/** YAML and JSON as trees that know their place in the file, so that errors can name it. */
@NullMarked
package org.apctck.spec.format;

import org.jspecify.annotations.NullMarked;
