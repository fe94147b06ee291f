import type { Text } from '../text';

/** Whether something is so: for certain, possibly (templates do not tell), or certainly not. */
export type Certainty = 'certain' | 'possible' | 'no';

export const ACCESS_LEVELS = ['list', 'read', 'write', 'permissions', 'tagging', 'inspect'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** Where something stands. */
export interface Place {
  readonly template: string;
  readonly line?: number;
}

/** A resource as a reader knows it. */
export interface Named extends Place {
  /** Construct path where there is one, else the logical id. */
  readonly name: string;
  readonly logicalId: string;
  readonly type: string;
  readonly zone?: string;
}

/** Something of which access is told. */
export interface StoreRow extends Named {
  /** Undefined where it is not declared, or depends on a choice. */
  readonly confidentiality?: string;
}

export type PrincipalSort =
  | 'role'
  | 'user'
  | 'group'
  | 'permission-set'
  | 'anyone'
  | 'account'
  | 'outside-role'
  | 'outside-user'
  | 'federated'
  | 'service'
  | 'unknown';

/** How somebody becomes a principal. */
export interface BecomingRow {
  /** Who begins, and over which identities it goes. */
  readonly from: Text;
  readonly kind: string;
  readonly over: readonly string[];
  readonly mfa: 'yes' | 'no' | 'undetermined' | 'provider' | 'none';
  readonly certainty: Certainty;
}

/** A statement over which access goes. */
export interface StatementRow extends Place {
  readonly path: string;
  /** The condition under which it allows anything. */
  readonly onlyIf?: Text;
}

/** What a principal can do with one store. */
export interface ReachRow {
  readonly store: StoreRow;
  readonly levels: Readonly<Record<AccessLevel, Certainty>>;
  /** Actions of a level, as far as it took to tell. */
  readonly actions: Readonly<Record<AccessLevel, readonly string[]>>;
  readonly statements: readonly StatementRow[];
  /** Denials of a part or under conditions, and settings that shut somebody out. */
  readonly limits: readonly Text[];
  /** Why something is only possible. */
  readonly reasons: readonly Text[];
  /** Whether the key that the contents hang on may be used. */
  readonly key?: { readonly name: string; readonly decrypt: Certainty; readonly encrypt: Certainty };
}

/** A principal, and all that it reaches. */
export interface PrincipalRow {
  readonly sort: PrincipalSort;
  readonly name: Text;
  /** Undefined for whom the deployment does not make. */
  readonly identity?: Named;
  readonly party?: string;
  readonly becoming: readonly BecomingRow[];
  /** Of identities of the deployment. */
  readonly rights?: {
    readonly administrator: Certainty;
    readonly credentials: Certainty;
    readonly keyDestruction: Certainty;
    /** The boundary, where there is one. */
    readonly boundary?: Text;
  };
  readonly reaches: readonly ReachRow[];
}

/** Who can reach what, and why. */
export interface AccessReport {
  readonly tool: { readonly name: string; readonly version: string; readonly profile: string };
  readonly asked: { readonly principal?: string; readonly resource?: string };
  readonly templates: number;
  readonly stores: readonly StoreRow[];
  readonly principals: readonly PrincipalRow[];
  /** Stores of types of which it is not known which actions reach them. */
  readonly untold: readonly StoreRow[];
}
