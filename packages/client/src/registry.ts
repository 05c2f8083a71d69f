/** What carries a client's calls: kept aside, so that neither it nor its types show on the client. */
import type { Http } from "./http.ts";

export const httpOf = new WeakMap<object, Http>();
