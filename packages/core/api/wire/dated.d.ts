import type { Row } from "./operation.js";
import type { ReadDate, ReadFields } from "./reading.js";
export declare const dated: ({ name, read }: Row, date: ReadDate) => ReadFields;
