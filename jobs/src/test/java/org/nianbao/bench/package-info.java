/**
 * What a run costs: archives of any size, and the main job beside two rivals that get the same
 * figures out of them. Started by the Maven profile {@code bench}; see {@code
 * jobs/docs/performance.md}.
 */
package org.nianbao.bench;
