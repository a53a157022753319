import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5'

/* Elements that carry their own drawing with them: readers see it, though it stands in a template. */

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * Puts what a declarative shadow root draws where readers see it, with what stands in the element itself in its slots.
 * Without recursion, because strangers decide how deep a page is nested.
 */
export function openShadows(tree: Parent): void {
  const open: Parent[] = [tree]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const shadow = parent.childNodes.find(isShadow)
    if (shadow) drawShadow(parent, shadow)
    for (const child of parent.childNodes) if ('childNodes' in child) open.push(child)
  }
}

function isShadow(node: Child): node is DefaultTreeAdapterTypes.Template {
  return (
    node.nodeName === 'template' &&
    'attrs' in node &&
    node.attrs.some(({ name }) => name === 'shadowrootmode' || name === 'shadowroot')
  )
}

function drawShadow(host: Parent, shadow: DefaultTreeAdapterTypes.Template): void {
  const light = host.childNodes.filter((node) => node !== shadow)
  for (const node of [...host.childNodes]) defaultTreeAdapter.detachNode(node)
  for (const node of [...shadow.content.childNodes]) move(node, host)
  for (const slot of slotsIn(host)) {
    const name = attributeOf(slot, 'name') ?? ''
    const filling = light.filter((node) => (attributeOf(node, 'slot') ?? '') === name && node.parentNode === null)
    // What stands in a slot is drawn where nothing fills it.
    if (filling.some((node) => 'childNodes' in node))
      for (const own of [...slot.childNodes]) defaultTreeAdapter.detachNode(own)
    for (const node of filling) move(node, slot)
  }
}

function move(node: Child, into: Parent): void {
  if (node.parentNode) defaultTreeAdapter.detachNode(node)
  defaultTreeAdapter.appendChild(into, node)
}

function slotsIn(root: Parent): Element[] {
  const slots: Element[] = []
  const open: Parent[] = [root]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const child of parent.childNodes) {
      if (!('childNodes' in child)) continue
      if (child.nodeName === 'slot') slots.push(child)
      open.push(child)
    }
  }
  return slots.toReversed()
}

function attributeOf(node: Child, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined
}
