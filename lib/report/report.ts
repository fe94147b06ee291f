import type { MapGraph } from '../analysis/zone-map/graph';
import type { Assessment, Finding } from '../assess';
import type { SourcePlace } from '../creation-stack';
import type { Rule } from '../rules/define';
import type { Language } from '../text';

/** What a report is drawn from. */
export interface ReportInput {
  readonly assessment: Assessment;
  readonly language: Language;
  /** The rules that were asked, for what findings do not say of them. */
  readonly rules: readonly Rule[];
  /** The moment of the report. */
  readonly now: Date;
  /** The results for what is there already, to compare with. */
  readonly base?: Assessment;
  /** Where in the app's source a finding's resource was made, as far as CDK recorded it. */
  readonly placeOf?: (finding: Finding) => SourcePlace | undefined;
  /** The networks that were checked, zone by zone. @default - no map is drawn */
  readonly map?: () => MapGraph;
  /** Folder of the repository that relative paths start from, where that is not its top. */
  readonly prefix?: string;
  /** How the text is shown. @default - no colours, nothing folded or cut */
  readonly screen?: Screen;
}

export interface Screen {
  /** Width to break lines at. @default - none */
  readonly columns?: number;
  /** Lines that there is room for. @default - everything is shown */
  readonly rows?: number;
  readonly colour: boolean;
}

/** A text, whole or in pieces, or what is no text. */
export type Written = string | Iterable<string> | Uint8Array;

/** A report in one format. Pure: neither file nor clock. */
export type Report = (input: ReportInput) => Written | Promise<string>;
