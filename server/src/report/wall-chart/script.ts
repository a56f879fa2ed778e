/** The script of wall charts in generated files, as the build bundled it. */
import type { WallChartScript } from '../render/html.js';

/** Set by the build, which bundles `standalone.ts`; absent where the sources run as they are. */
declare const PLANWRIGHT_WALL_CHART: WallChartScript | undefined;

/** What makes wall charts live in a generated file. */
export const wallChartScript: WallChartScript | undefined =
  typeof PLANWRIGHT_WALL_CHART === 'undefined' ? undefined : PLANWRIGHT_WALL_CHART;
