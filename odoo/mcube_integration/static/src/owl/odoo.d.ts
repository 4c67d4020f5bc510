/** What we use of Odoo's own modules, 16 and later, as far as it is the same in all of them. */
declare module '@odoo/owl' {
  export class Component<Props = object> {
    static template: string;
    static components: Record<string, unknown>;
    static props: unknown;
    props: Props;
    setup(): void;
  }
  export function xml(parts: TemplateStringsArray): string;
  export function useRef(name: string): { el: HTMLElement | null };
  export function useEffect(work: () => (() => void) | undefined, dependencies: () => unknown[]): void;
}

declare module '@web/core/registry' {
  type Category = {
    add(name: string, value: unknown, options?: object): void;
    get(name: string, fallback?: unknown): unknown;
    contains(name: string): boolean;
  };
  export const registry: { category(name: string): Category };
}

declare module '@web/core/utils/hooks' {
  type Notification = { add(message: string, options: { type: string }): void };
  export function useService(name: 'notification'): Notification;
  export function useService(name: 'action'): { doAction(action: object): Promise<unknown> };
}

declare module '@web/views/fields/standard_field_props' {
  export const standardFieldProps: object;
}
