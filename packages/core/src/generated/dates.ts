// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import { type ReadDates, readDate } from "../wire/reading.ts";
import type { OperationName } from "./operations.ts";

export const datesIdentity: ReadDates = (it, date) =>
	readDate(it, "created", date) ?? readDate(it, "updated", date);

/** Where the dates are in what each operation answers with: in one item where the answer is a page. */
export const dates: Readonly<Partial<Record<OperationName, ReadDates>>> = {
	list: datesIdentity,
	create: datesIdentity,
	retrieve: datesIdentity,
	update: datesIdentity,
};
