# A guest of one sector: counts the ticks of its clock in memory (0x500), writes the count to the disk's second sector, and a K to
# its first serial port, for ever.
    .code16
    .globl _start
_start:
    xorw %ax, %ax
    movw %ax, %ds
    movw %ax, %es
    movw %ax, %ss
    movw $0x7c00, %sp
    movb %dl, drive - _start + 0x7c00
    sti
again:
    incl 0x500
    movl 0x500, %eax
    movl %eax, 0x600
    movw $0x0301, %ax
    movw $0x0002, %cx
    movb $0, %dh
    movb drive - _start + 0x7c00, %dl
    movw $0x600, %bx
    int $0x13
    movw $0x3f8, %dx
    movb $'K', %al
    outb %al, %dx
    hlt
    jmp again
drive:
    .byte 0
    .org 510
    .word 0xaa55
