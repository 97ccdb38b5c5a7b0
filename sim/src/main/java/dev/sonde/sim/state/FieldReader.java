package dev.sonde.sim.state;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Reads all fields of objects at once that one class declares, private ones too.
 *
 * <p>A search reads some thousand fields for each state, and a call of a reflective handle for each
 * took most of its time. So a class is written for each class that is read, as if it had been
 * declared within that one, and it reads the fields as any code does.
 */
final class FieldReader {

    /** What the written classes do. */
    public interface Reader {

        /** Field {@code i} goes to place {@code at + i} of one array or the other. */
        void read(Object of, long[] numbers, @Nullable Object[] references, int at);
    }

    private static final ClassValue<FieldReader> KNOWN = new ClassValue<>() {
        @Override
        protected FieldReader computeValue(Class<?> type) {
            return new FieldReader(type);
        }
    };

    private static final String READ = MethodType.methodType(
                    void.class, Object.class, long[].class, Object[].class, int.class)
            .descriptorString();

    private static final Handle DATA_AT = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(MethodHandles.class),
            "classDataAt",
            MethodType.methodType(
                            Object.class,
                            MethodHandles.Lookup.class,
                            String.class,
                            Class.class,
                            int.class)
                    .descriptorString(),
            false);

    /** In the order in which they are read: by name. */
    final List<Field> fields;

    private final Class<?> type;
    private final Reader reader;

    private FieldReader(Class<?> type) {
        this.type = type;
        this.fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName))
                .toList();
        try {
            this.reader = written()
                    .lookupClass()
                    .asSubclass(Reader.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnreadableStateException(
                    "the fields of " + type.getName() + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * For the class itself, and for each of those above it that has fields.
     *
     * @throws UnreadableStateException if one of them is of the JDK, or can't be read
     */
    static List<FieldReader> of(Class<?> type) {
        List<FieldReader> readers = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (c.getName().startsWith("java.") && c != Record.class) {
                throw new UnreadableStateException(type.getName() + " extends " + c.getName()
                        + ", whose fields can't be read; hold one in a field instead");
            }
            if (c != Record.class) {
                readers.add(KNOWN.get(c));
            }
        }
        return readers;
    }

    /** Numbers come as long, floating point as the bits of a double. */
    void read(Object of, long[] numbers, @Nullable Object[] references, int at) {
        reader.read(of, numbers, references, at);
    }

    private MethodHandles.Lookup written() throws IllegalAccessException {
        MethodHandles.Lookup here = MethodHandles.lookup();
        if (!type.isHidden()) {
            return MethodHandles.privateLookupIn(type, here)
                    .defineHiddenClass(code(type), true, MethodHandles.Lookup.ClassOption.NESTMATE);
        }
        // The class of a lambda has no name that code could say.
        List<MethodHandle> getters = new ArrayList<>();
        for (Field field : fields) {
            field.setAccessible(true);
            getters.add(here.unreflectGetter(field)
                    .asType(MethodType.methodType(erased(field), Object.class)));
        }
        return here.defineHiddenClassWithClassData(code(FieldReader.class), getters, true);
    }

    private static Class<?> erased(Field field) {
        return field.getType().isPrimitive() ? field.getType() : Object.class;
    }

    /** @param beside in the package of which the class is */
    private byte[] code(Class<?> beside) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String object = Type.getInternalName(Object.class);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
                Type.getInternalName(beside) + "$Fields",
                null,
                object,
                new String[] {Type.getInternalName(Reader.class)});
        MethodVisitor made = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        made.visitVarInsn(Opcodes.ALOAD, 0);
        made.visitMethodInsn(Opcodes.INVOKESPECIAL, object, "<init>", "()V", false);
        end(made);
        MethodVisitor read = writer.visitMethod(Opcodes.ACC_PUBLIC, "read", READ, null, null);
        for (int i = 0; i < fields.size(); i++) {
            boolean isReference = !fields.get(i).getType().isPrimitive();
            read.visitVarInsn(Opcodes.ALOAD, isReference ? 3 : 2);
            read.visitVarInsn(Opcodes.ILOAD, 4);
            read.visitLdcInsn(i);
            read.visitInsn(Opcodes.IADD);
            if (type.isHidden()) {
                call(read, i);
            } else {
                load(read, fields.get(i));
            }
            widen(read, Type.getType(erased(fields.get(i))).getSort());
            read.visitInsn(isReference ? Opcodes.AASTORE : Opcodes.LASTORE);
        }
        end(read);
        return writer.toByteArray();
    }

    private static void load(MethodVisitor code, Field field) {
        String owner = Type.getInternalName(field.getDeclaringClass());
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        code.visitFieldInsn(
                Opcodes.GETFIELD, owner, field.getName(), Type.getDescriptor(field.getType()));
    }

    private void call(MethodVisitor code, int number) {
        code.visitLdcInsn(
                new ConstantDynamic("_", Type.getDescriptor(MethodHandle.class), DATA_AT, number));
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                Type.getInternalName(MethodHandle.class),
                "invokeExact",
                MethodType.methodType(erased(fields.get(number)), Object.class).descriptorString(),
                false);
    }

    private static void widen(MethodVisitor code, int sort) {
        switch (sort) {
            case Type.OBJECT, Type.LONG -> {}
            case Type.FLOAT -> {
                code.visitInsn(Opcodes.F2D);
                bits(code);
            }
            case Type.DOUBLE -> bits(code);
            default -> code.visitInsn(Opcodes.I2L);
        }
    }

    private static void bits(MethodVisitor code) {
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(Double.class),
                "doubleToLongBits",
                "(D)J",
                false);
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
