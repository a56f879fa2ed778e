/** Addresses of documents as the Language Server Protocol writes them, compared and taken apart in one spelling. */
import { URI } from 'vscode-uri';

/** The one spelling under which an address is known here: editors differ in what they percent-encode. */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The folder that `uri` lies in; undefined at the top. */
export function parentUri(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri);
    const cut = parsed.path.lastIndexOf('/');
    if (cut < 0 || parsed.path === '/') return undefined;
    return parsed.with({ path: cut === 0 ? '/' : parsed.path.slice(0, cut) }).toString();
  } catch {
    return undefined;
  }
}

/** The path of `uri` below `folder`, with `/`; undefined where it does not lie there. */
export function relativePath(folder: string, uri: string): string | undefined {
  try {
    const [outer, inner] = [URI.parse(folder), URI.parse(uri)];
    if (outer.scheme !== inner.scheme || outer.authority !== inner.authority) return undefined;
    const start = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
    return inner.path.startsWith(start) ? inner.path.slice(start.length) : undefined;
  } catch {
    return undefined;
  }
}

/** The address of the file at a path below `folder`. */
export function joinUri(folder: string, path: string): string {
  const parsed = URI.parse(folder);
  return parsed.with({ path: `${parsed.path.replace(/\/$/, '')}/${path}` }).toString();
}

/** The address of what a file names by a path relative to itself; undefined where it climbs out of everything. */
export function resolveUri(uri: string, path: string): string | undefined {
  const folder = parentUri(uri);
  if (folder === undefined) return undefined;
  const parsed = URI.parse(folder);
  const segments = path.startsWith('/') ? [] : parsed.path.split('/').filter((segment) => segment !== '');
  for (const segment of path.split(/[\\/]/)) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return parsed.with({ path: `/${segments.join('/')}` }).toString();
}

/** The last segment of the path; of an address without one, all of it. */
export function baseName(uri: string): string {
  try {
    const { path } = URI.parse(uri);
    return path.slice(path.lastIndexOf('/') + 1) || uri;
  } catch {
    return uri;
  }
}
