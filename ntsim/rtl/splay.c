/* Splay trees. The root's parent is the root itself. */
#include <ntifs.h>

static void set_child(PRTL_SPLAY_LINKS parent, PRTL_SPLAY_LINKS old, PRTL_SPLAY_LINKS links)
{
    if (parent->LeftChild == old)
        parent->LeftChild = links;
    else
        parent->RightChild = links;
}

/* Puts the node in the place of its parent. */
static void rotate(PRTL_SPLAY_LINKS links)
{
    PRTL_SPLAY_LINKS parent = links->Parent, above = parent->Parent, inner;
    if (parent->LeftChild == links) {
        inner = links->RightChild;
        parent->LeftChild = inner;
        links->RightChild = parent;
    } else {
        inner = links->LeftChild;
        parent->RightChild = inner;
        links->LeftChild = parent;
    }
    if (inner)
        inner->Parent = parent;
    parent->Parent = links;
    if (above == parent) {
        links->Parent = links;
    } else {
        links->Parent = above;
        set_child(above, parent, links);
    }
}

PRTL_SPLAY_LINKS RtlSplay(PRTL_SPLAY_LINKS Links)
{
    while (!RtlIsRoot(Links)) {
        PRTL_SPLAY_LINKS parent = Links->Parent;
        if (!RtlIsRoot(parent))
            rotate(RtlIsLeftChild(Links) == RtlIsLeftChild(parent) ? parent : Links);
        rotate(Links);
    }
    return Links;
}

static PRTL_SPLAY_LINKS leftmost(PRTL_SPLAY_LINKS links)
{
    while (links && links->LeftChild)
        links = links->LeftChild;
    return links;
}

static PRTL_SPLAY_LINKS rightmost(PRTL_SPLAY_LINKS links)
{
    while (links && links->RightChild)
        links = links->RightChild;
    return links;
}

PRTL_SPLAY_LINKS RtlSubtreeSuccessor(PRTL_SPLAY_LINKS Links)
{
    return leftmost(Links->RightChild);
}

PRTL_SPLAY_LINKS RtlSubtreePredecessor(PRTL_SPLAY_LINKS Links)
{
    return rightmost(Links->LeftChild);
}

PRTL_SPLAY_LINKS RtlRealSuccessor(PRTL_SPLAY_LINKS Links)
{
    if (Links->RightChild)
        return leftmost(Links->RightChild);
    while (RtlIsRightChild(Links))
        Links = Links->Parent;
    return RtlIsLeftChild(Links) ? Links->Parent : NULL;
}

PRTL_SPLAY_LINKS RtlRealPredecessor(PRTL_SPLAY_LINKS Links)
{
    if (Links->LeftChild)
        return rightmost(Links->LeftChild);
    while (RtlIsLeftChild(Links))
        Links = Links->Parent;
    return RtlIsRightChild(Links) ? Links->Parent : NULL;
}

/* Takes a node with at most one child out; returns what is above it, or the new root. NULL: the tree is empty. */
static PRTL_SPLAY_LINKS unlink(PRTL_SPLAY_LINKS links)
{
    PRTL_SPLAY_LINKS child = links->LeftChild ? links->LeftChild : links->RightChild;
    if (RtlIsRoot(links)) {
        if (child)
            child->Parent = child;
        return child;
    }
    set_child(links->Parent, links, child);
    if (child)
        child->Parent = links->Parent;
    return links->Parent;
}

/* Puts `links` where `old` is, with its children. */
static void replace(PRTL_SPLAY_LINKS old, PRTL_SPLAY_LINKS links)
{
    const BOOLEAN root = RtlIsRoot(old);
    *links = *old;
    if (root)
        links->Parent = links;
    else
        set_child(old->Parent, old, links);
    if (links->LeftChild)
        links->LeftChild->Parent = links;
    if (links->RightChild)
        links->RightChild->Parent = links;
}

/* What is above the place from which a node has gone. */
static PRTL_SPLAY_LINKS take_out(PRTL_SPLAY_LINKS links)
{
    if (!links->LeftChild || !links->RightChild)
        return unlink(links);
    PRTL_SPLAY_LINKS substitute = RtlSubtreePredecessor(links);
    PRTL_SPLAY_LINKS above = unlink(substitute);
    replace(links, substitute);
    return above == links ? substitute : above;
}

PRTL_SPLAY_LINKS RtlDelete(PRTL_SPLAY_LINKS Links)
{
    PRTL_SPLAY_LINKS above = take_out(Links);
    return above ? RtlSplay(above) : NULL;
}

VOID RtlDeleteNoSplay(PRTL_SPLAY_LINKS Links, PRTL_SPLAY_LINKS *Root)
{
    PRTL_SPLAY_LINKS above = take_out(Links);
    while (above && !RtlIsRoot(above))
        above = above->Parent;
    *Root = above;
}
