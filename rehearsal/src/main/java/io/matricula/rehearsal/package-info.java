/** The cloud edition on one machine: its processes against what stands in for AWS. */
@NullMarked
package io.matricula.rehearsal;

import org.jspecify.annotations.NullMarked;
