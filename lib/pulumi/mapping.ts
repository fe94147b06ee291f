/**
 * How the resources of a Pulumi package become those of CloudFormation, as data. A path names a property by its keys
 * with dots; `[*]` stands for each item of a list, `[0]` for the first, `{*}` for each key of a map, `[+]` (in a target)
 * for one more item, which is the same one for all that a resource says.
 * The i-th `[*]` of a target is the i-th of its source.
 */
export interface TypeMapping {
  /**
   * The type of CloudFormation; by the value of a property where that decides: `*` for any other one, `absent` for none.
   */
  readonly type: string | { readonly by: string; readonly is: Readonly<Record<string, string>> };
  /** Where each property goes. */
  readonly properties: Readonly<Record<string, Target>>;
  /** What an absent property means, where that differs from its absence in a template. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /**
   * It has no resource of its own: its properties are those of the one that this property names, or that has the same
   * values in all of these properties.
   */
  readonly into?: string | readonly string[];
  /**
   * Outputs that are called otherwise: by the attribute of CloudFormation's resource, or, with a dot in front, a resource
   * that the model has beside it. `id` is what the resource itself is.
   */
  readonly outputs?: Readonly<Record<string, string>>;
  /** Items of a list that are resources of their own. */
  readonly parts?: readonly PartMapping[];
  /** What a table cannot say, by its name in `special.ts`. */
  readonly special?: string;
  /** What CloudFormation keeps of it when its stack goes, by the value of a property: as `skipFinalSnapshot` decides. */
  readonly snapshot?: { readonly unless: string } | { readonly if: string };
}

export interface PartMapping {
  /** The list. */
  readonly list: string;
  readonly type: string;
  /** The property that names the whole. */
  readonly whole: string;
  /** Where each property goes; an empty name stands for the item itself. */
  readonly properties: Readonly<Record<string, Target>>;
  readonly defaults?: Readonly<Record<string, unknown>>;
}

/** A path, or several, or a path and what is done with the value on its way. */
export type Target = string | readonly Target[] | { readonly to: string; readonly as: Conversion };

/**
 * - `json`: a document in a string;
 * - `tags`: a map of tags, which CloudFormation lists;
 * - `pairs`: a map that is listed, by the names of key and value in an item;
 * - `map`: a list of objects that is a map, the other way round;
 * - `list`: a single value that is a list of one; `single`: a list of which CloudFormation takes the first;
 * - `not`: the opposite of a Boolean;
 * - `times`: a number in another unit;
 * - `words`: other words for the same, by the value as text; `*` for any other value. `null` means not to write it;
 * - `text`: the value within a text, where `$` stands;
 * - `always`: the same, whatever the value is;
 * - `cased`: an object, or JSON in a text, whose keys begin with a capital letter in CloudFormation, by the names of those
 *   that differ in more; `data` are keys behind which keys are data.
 */
export type Conversion =
  | 'json'
  | 'tags'
  | 'list'
  | 'single'
  | 'not'
  | 'base64'
  | { readonly pairs: readonly [key: string, value: string] }
  | { readonly map: readonly [key: string, value: string] }
  | { readonly times: number }
  | { readonly words: Readonly<Record<string, string | number | boolean | null>> }
  | { readonly text: string }
  | { readonly always: string | number | boolean }
  | {
      readonly cased: {
        readonly names?: Readonly<Record<string, string>>;
        readonly data?: readonly string[];
      };
    };

/** A type of a package as somebody writes it down; what matches by name is added by `scripts/generate-pulumi.ts`. */
export interface WrittenMapping extends Partial<TypeMapping> {
  /** The property of CloudFormation whose own properties have the names that these have. @default - the resource itself */
  readonly within?: string;
  /** Properties that go nowhere although a property of that name is there. */
  readonly not?: readonly string[];
  /** Properties of CloudFormation that rules look at and the package cannot say, with what that means. */
  readonly lacks?: Readonly<Record<string, string>>;
}
