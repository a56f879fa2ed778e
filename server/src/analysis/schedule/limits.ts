/** Limits that deadlines set on what lies before them: boundaries that may not be passed, and whose they are. */
export const FREE = Number.POSITIVE_INFINITY;

/** A limit and the item whose deadline set it. */
export interface Limit {
  boundary: number;
  source: number;
}

/** What may not pass where: an item's start, its finish, and where what waits for its finish may begin. */
export interface Limits {
  readonly start: Limit;
  readonly finish: Limit;
  readonly next: Limit;
}

/** The limits on what a gate lets through, by kind of bound. */
export type GateLimits = readonly Limit[];

export function noLimits(): Limits {
  const free = (): Limit => ({ boundary: FREE, source: -1 });
  return { start: free(), finish: free(), next: free() };
}

export function isSameLimit(one: Limit, other: Limit | undefined): boolean {
  return one.boundary === other?.boundary && one.source === other.source;
}

export function lower(limit: Limit, boundary: number, source: number): void {
  if (boundary < limit.boundary) {
    limit.boundary = boundary;
    limit.source = source;
  }
}

export function reset(limit: Limit): void {
  limit.boundary = FREE;
  limit.source = -1;
}
