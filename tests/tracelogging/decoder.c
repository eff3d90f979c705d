/*
 * An ETW that decodes self-describing events by the public rules of their format, written apart from the headers. It
 * tells the provider that a session listens at level 4 and keywords 0x5, twice: before the provider asks, and never
 * again.
 */
#include <wdm.h>

static const unsigned char *scalar(const unsigned char *p, int in, int out)
{
    static const int sizes[] = {0, 0, 0, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 4, 0, 16, 0, 8, 16, 0, 4, 8};
    unsigned long long value = 0;
    switch (in) {
    case 1:
        for (; p[0] || p[1]; p += 2)
            putchar(p[0]);
        return p + 2;
    case 2:
        return p + printf("%s", (const char *)p) + 1;
    case 14:
    case 22:
    case 23: {
        const int size = p[0] | p[1] << 8;
        for (int i = 0; i < size; i += in == 22 ? 2 : 1)
            printf(in == 14 ? "%02x" : "%c", p[2 + i]);
        return p + 2 + size;
    }
    case 15:
        for (int i = 0; i < 16; i++)
            printf("%02x", p[i]);
        return p + 16;
    case 19:
        printf("sid of %d", p[1]);
        return p + 8 + 4 * p[1];
    case 11:
    case 12: {
        float f;
        double d;
        memcpy(&f, p, sizeof f);
        memcpy(&d, p, sizeof d);
        printf("%g", in == 11 ? (double)f : d);
        return p + sizes[in];
    }
    }
    memcpy(&value, p, (size_t)sizes[in] < sizeof value ? (size_t)sizes[in] : sizeof value);
    const int shift = 64 - 8 * sizes[in];
    if (in >= 20 || out == 4 || out == 14)
        printf("0x%llx", value);
    else if (in == 3 || in == 5 || in == 7 || in == 9)
        printf("%lld", (long long)(value << shift) >> shift);
    else
        printf("%llu", value);
    return p + sizes[in];
}

NTSTATUS EtwRegister(LPCGUID id, PETWENABLECALLBACK callback, PVOID context, REGHANDLE *handle)
{
    printf("register %08x-%04x-%04x-%02x..%02x\n", id->Data1, id->Data2, id->Data3, id->Data4[0], id->Data4[7]);
    *handle = 7;
    callback(id, 1, 4, 5, 0, NULL, context);
    return 0;
}

NTSTATUS EtwUnregister(REGHANDLE handle)
{
    printf("unregister %llu\n", handle);
    return 0;
}

NTSTATUS EtwSetInformation(REGHANDLE handle, int what, PVOID data, ULONG size)
{
    const unsigned char *p = data, *end = p + size;
    if (handle != 7 || what != 2 || (p[0] | p[1] << 8) != (int)size)
        puts("strange traits");
    printf("traits %s", p + 2);
    for (p += 2 + strlen((const char *)p + 2) + 1; p < end; p += p[0] | p[1] << 8)
        printf(", type %d of %d bytes, %02x..%02x", p[2], p[0] | p[1] << 8, p[3], p[18]);
    puts(p == end ? "" : " BAD TRAITS");
    return 0;
}

NTSTATUS EtwActivityIdControl(ULONG code, GUID *id)
{
    static UCHAR next;
    memset(id, 0, sizeof *id);
    id->Data1 = ++next;
    return code == 3 ? 0 : -1;
}

NTSTATUS EtwWriteTransfer(REGHANDLE handle, const EVENT_DESCRIPTOR *event, LPCGUID activity, LPCGUID related,
                          ULONG count, EVENT_DATA_DESCRIPTOR *data)
{
    unsigned char all[4096];
    size_t size = 0;
    if (handle != 7 || count < 2 || data[0].Reserved != 2 || data[1].Reserved != 1)
        puts("not self-describing");
    const unsigned char *meta = (const unsigned char *)(uintptr_t)data[1].Ptr, *end = meta + data[1].Size;
    for (ULONG i = 2; i < count; i++) {
        memcpy(all + size, (const void *)(uintptr_t)data[i].Ptr, data[i].Size);
        size += data[i].Size;
    }
    if ((meta[0] | meta[1] << 8) != (int)data[1].Size)
        puts("bad metadata size");
    unsigned tag = 0;
    const unsigned char *p = meta + 2, *value = all;
    do
        tag = tag << 7 | (*p & 0x7F);
    while (*p++ & 0x80);
    printf("channel %d level %d opcode %d keyword %llx tag %x %u-%u: %s", event->Channel, event->Level, event->Opcode,
           event->Keyword, tag, activity ? activity->Data1 : 0, related ? related->Data1 : 0, p);
    for (p += strlen((const char *)p) + 1; p < end;) {
        printf(" | %s=", p);
        p += strlen((const char *)p) + 1;
        const int in = *p++, out = in & 0x80 ? *p++ : 0;
        int elements = 1;
        if (out & 0x80)
            puts("unexpected tag");
        if (in & 0x20) {
            elements = p[0] | p[1] << 8;
            p += 2;
        } else if (in & 0x40) {
            elements = value[0] | value[1] << 8;
            value += 2;
        }
        if ((in & 0x1F) == 24)
            printf("{%d}", out);
        else
            for (int i = 0; i < elements; i++) {
                printf("%s", i ? "," : "");
                value = scalar(value, in & 0x1F, out);
            }
    }
    puts(value == all + size && p == end ? "" : " BAD PAYLOAD");
    return 0;
}

int main(void)
{
    write_events();
    return 0;
}
