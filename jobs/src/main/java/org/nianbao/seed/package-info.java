/** The reference lists under {@code seeds/}: read, held against their schema, and given meaning. */
package org.nianbao.seed;
