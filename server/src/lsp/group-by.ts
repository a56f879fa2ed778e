/** `Object.groupBy` and `Map.groupBy`, which the language server library calls; Node 20 and older browsers lack them. */
import 'core-js/actual/map/group-by.js';
import 'core-js/actual/object/group-by.js';
