/** The figures of an edition: what every document draws from, each with where it comes from. */
package org.nianbao.fact;
