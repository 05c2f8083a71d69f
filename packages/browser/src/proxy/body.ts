/**
 * Reads the body that the page sent: whole, within the limit whatever its headers say, as a JSON object whose fields
 * are all the operation's. An operation without a body takes none.
 */
import type { Operation, Result } from "@orq/identities-core";
import { type Fields, isFields } from "@orq/identities-core/internal";
import { parsedJson } from "./json.ts";
import { badRequest, type Refusal, refused } from "./refusal.ts";

export async function readBody(
	row: Operation["body"],
	request: Request,
	maxBytes: number,
): Promise<Result<Fields | undefined, Refusal>> {
	const bytes = await readBytes(request, maxBytes);
	if (!bytes.ok) return bytes;
	if (row === undefined) {
		return bytes.data.length > 0
			? badRequest("This operation takes no body.")
			: { ok: true, data: undefined };
	}
	if (bytes.data.length === 0 && !row.required) return { ok: true, data: undefined };
	const form = formProblem(request.headers);
	if (form !== undefined) return refused(415, "unsupported_media_type", form);
	const json = parsedJson(textOf(bytes.data));
	if (!isFields(json)) return badRequest("The body must be a JSON object.");
	const stranger = Object.keys(json).find((name) => !Object.hasOwn(row.fields, name));
	return stranger === undefined
		? { ok: true, data: json }
		: badRequest(`${JSON.stringify(stranger.slice(0, 40))} is not a field of this operation's body.`);
}

/** A form or plain text can be sent by any site without a preflight; a compressed body has no bound. */
function formProblem(headers: Headers): string | undefined {
	if (!/^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? "")) {
		return "The content type must be application/json.";
	}
	return (headers.get("content-encoding") ?? "identity") === "identity"
		? undefined
		: "The body must not be compressed.";
}

async function readBytes(request: Request, maxBytes: number): Promise<Result<Uint8Array, Refusal>> {
	const tooLarge = refused(413, "body_too_large", `The body may have at most ${maxBytes} bytes.`);
	if (Number(request.headers.get("content-length")) > maxBytes) return tooLarge;
	if (request.bodyUsed) {
		throw new TypeError(
			"The request's body was read before it came to the proxy: give the proxy the request first.",
		);
	}
	const reader = request.body?.getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		length += part.value.length;
		if (length > maxBytes) {
			reader?.cancel().catch(() => {}); // What is left of it is nobody's.
			return tooLarge;
		}
		chunks.push(part.value);
	}
	const all = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		all.set(chunk, offset);
		offset += chunk.length;
	}
	return { ok: true, data: all };
}

/** Empty, and so no JSON, where it is not UTF-8 (RFC 8259 §8.1). */
function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return "";
	}
}
