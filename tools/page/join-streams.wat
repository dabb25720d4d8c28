;; Puts the functions of a module together again that split-streams.mjs has taken apart into streams. In WebAssembly, since
;; it runs once, before the program: by the time that a browser has made the same script quick, it would be done.
;;
;; Its memory, which join-streams.js fills, has a word for each opcode (how many numbers follow it; in the next byte the
;; alignment of what it loads or stores; in the upper half the address of the place of its stream), from 0x400 on the
;; places of the streams, as addresses, and behind these the streams, which end where the module begins.
(module
  (memory (export "memory") 1)

  ;; Copies $count numbers from the stream whose place is at $place to $end; the end after these.
  (func $take (param $place i32) (param $count i32) (param $end i32) (result i32)
    (local $from i32)
    (local $byte i32)
    (local.set $from (i32.load (local.get $place)))
    (loop $next
      (if (local.get $count)
        (then
          (i32.store8 (local.get $end) (local.tee $byte (i32.load8_u (local.get $from))))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))
          (local.set $end (i32.add (local.get $end) (i32.const 1)))
          ;; The last byte of a number lacks its highest bit.
          (local.set $count (i32.sub (local.get $count) (i32.lt_u (local.get $byte) (i32.const 0x80))))
          (br $next))))
    (i32.store (local.get $place) (local.get $from))
    (local.get $end))

  ;; Copies the locals of a function: how many groups there are, and a count and a type for each; the end after these. Their
  ;; stream is the third.
  (func $take_locals (param $end i32) (result i32)
    (local $groups i32)
    (local.set $groups (i32.load8_u (i32.load (i32.const 0x408))))
    (call $take (i32.const 0x408) (i32.add (i32.const 1) (i32.shl (local.get $groups) (i32.const 1))) (local.get $end)))

  ;; Writes the size of a function, from $from to $end, in the three bytes before it.
  (func $write_size (param $from i32) (param $end i32)
    (local $size i32)
    (local.set $size (i32.sub (local.get $end) (local.get $from)))
    (i32.store8 (i32.sub (local.get $from) (i32.const 3)) (i32.or (local.get $size) (i32.const 0x80)))
    (i32.store8 (i32.sub (local.get $from) (i32.const 2)) (i32.or (i32.shr_u (local.get $size) (i32.const 7)) (i32.const 0x80)))
    (i32.store8 (i32.sub (local.get $from) (i32.const 1)) (i32.shr_u (local.get $size) (i32.const 14))))

  ;; Writes that many functions from $end on, whose opcodes are from $opcodes on; the end after these.
  (func (export "join") (param $functions i32) (param $opcodes i32) (param $end i32) (result i32)
    (local $from i32)
    (local $depth i32)
    (local $opcode i32)
    (local $known i32)
    (local $length i32)
    (loop $function
      (if (local.get $functions)
        (then
          (local.set $from (i32.add (local.get $end) (i32.const 3)))
          (local.set $end (call $take_locals (local.get $from)))
          (local.set $depth (i32.const 1))
          (loop $instruction
            (local.set $opcode (i32.load8_u (local.get $opcodes)))
            (local.set $opcodes (i32.add (local.get $opcodes) (i32.const 1)))
            (if (i32.eq (local.get $opcode) (i32.const 0xfe))
              (then
                ;; A rare instruction.
                (local.set $length (i32.load16_u align=1 (local.get $opcodes)))
                (memory.copy (local.get $end) (i32.add (local.get $opcodes) (i32.const 2)) (local.get $length))
                (local.set $end (i32.add (local.get $end) (local.get $length)))
                (local.set $opcodes (i32.add (local.get $opcodes) (i32.add (local.get $length) (i32.const 2)))))
              (else
                (i32.store8 (local.get $end)
                  (select (i32.const 0x41) (local.get $opcode) (i32.eq (local.get $opcode) (i32.const 0xff))))
                (local.set $end (i32.add (local.get $end) (i32.const 1)))
                (local.set $known (i32.load (i32.shl (local.get $opcode) (i32.const 2))))
                ;; Instructions that load or store.
                (if (i32.lt_u (i32.sub (local.get $opcode) (i32.const 0x28)) (i32.const 0x17))
                  (then
                    (i32.store8 (local.get $end) (i32.shr_u (local.get $known) (i32.const 8)))
                    (local.set $end (i32.add (local.get $end) (i32.const 1)))))
                (local.set $end
                  (call $take
                    (i32.add
                      (i32.shr_u (local.get $known) (i32.const 16))
                      ;; The stream of a constant is one of many, by the opcode after it.
                      (i32.shl
                        (i32.mul (i32.eq (local.get $opcode) (i32.const 0x41)) (i32.load8_u (local.get $opcodes)))
                        (i32.const 2)))
                    (i32.and (local.get $known) (i32.const 0xff))
                    (local.get $end)))
                ;; Blocks begin with opcodes 2 to 4, and end with 11.
                (local.set $depth
                  (i32.sub
                    (i32.add (local.get $depth) (i32.lt_u (i32.sub (local.get $opcode) (i32.const 2)) (i32.const 3)))
                    (i32.eq (local.get $opcode) (i32.const 0x0b))))))
            (br_if $instruction (local.get $depth)))
          (call $write_size (local.get $from) (local.get $end))
          (local.set $functions (i32.sub (local.get $functions) (i32.const 1)))
          (br $function))))
    (local.get $end)))
