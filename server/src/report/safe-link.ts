/** Which addresses of a plan may become links. */

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address, if following it can only open a page, a mail, or a file beside the document: http, https, mailto and
 * relative addresses. Not `//host` and `\\host` (on Windows they send credentials to a file server), and nothing with
 * control characters (browsers drop some of them before they look at the scheme) or noncharacters (no XML may hold them).
 */
export function safeHref(href: string): string | undefined {
  const address = href.trim();
  if (address === '' || /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/.test(address)) return undefined;
  const safe = SCHEME.test(address) ? /^(https?:\/\/[^/\\]|mailto:.)/i.test(address) : !/^([/\\]{2}|\\)/.test(address);
  return safe ? address.replaceAll(' ', '%20') : undefined;
}
