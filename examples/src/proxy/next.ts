/** The proxy as a Next.js route handler: save it as `app/api/v2/identities/[[...id]]/route.ts`. */
import { createIdentitiesProxy } from "@orq/identities-browser/proxy";
import { rules } from "./rules.ts";

const proxy = createIdentitiesProxy({ allow: rules }); // the key is in ORQ_API_KEY

export { proxy as DELETE, proxy as GET, proxy as OPTIONS, proxy as PATCH, proxy as POST };
