/**
 * Comparison over years and towns: what changed, and whether it may be said. Pure functions over
 * yearly tables.
 */
package org.nianbao.trend;
