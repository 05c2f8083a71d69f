/**
 * What runtimes differ in, where a client can do nothing about it. A scenario that meets such a difference says
 * what the caller sees with the capability and without it, so it runs everywhere and checks something everywhere.
 */

/** What a runtime may be able to do. */
export interface Capabilities {
	/** Tells a refused connection from one that broke: by a code on what `fetch` throws. Node and Bun. */
	readonly tellsRefused: boolean;
	/** Shows the status and headers of a redirect that is not followed. All but browsers, which show status 0. */
	readonly showsRedirectStatus: boolean;
}

export type Capability = keyof Capabilities;

/** What Node and Bun can do. */
export const allCapabilities: Capabilities = { tellsRefused: true, showsRedirectStatus: true };

/** One value for every runtime, or one for those that have a capability and one for those that don't. */
export type Varying<Value> = Value | ByCapability<Value>;

export interface ByCapability<Value> {
	readonly capability: Capability;
	readonly has: Value;
	readonly lacks: Value;
}

/** The value for a runtime with these capabilities. */
export const valueFor = <Value extends object>(varying: Varying<Value>, capabilities: Capabilities): Value =>
	"capability" in varying ? (capabilities[varying.capability] ? varying.has : varying.lacks) : varying;
