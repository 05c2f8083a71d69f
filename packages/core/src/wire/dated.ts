/** A reader that also hands over an answer's dates, for clients that make something of them. */
import { dates } from "../generated/dates.ts";
import type { OperationName } from "../generated/operations.ts";
import type { Row } from "./operation.ts";
import type { ReadDate, ReadFields } from "./reading.ts";

export const dated =
	({ name, read }: Row, date: ReadDate): ReadFields =>
	(it) =>
		read?.(it) ?? dates[name as OperationName]?.(it, date);
