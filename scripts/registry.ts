/** The same entry under the name by which the sources go. */
import './registry.mjs';
