/** The pages that a client walks from one to the next; those of another operation are answers like any other. */
import { collection } from "../document/paths.ts";
import type { Operation } from "../model/model.ts";

export const isWalked = ({ answer, path }: Operation): boolean => answer === "page" && path === collection;
