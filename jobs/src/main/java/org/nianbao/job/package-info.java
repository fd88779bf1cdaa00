/**
 * The steps of the main job, in their order: intake, yearly tables with trends, editions. Each
 * reads what the one before has written, so that each can be run alone.
 */
package org.nianbao.job;
