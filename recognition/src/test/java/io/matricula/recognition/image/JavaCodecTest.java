package io.matricula.recognition.image;

class JavaCodecTest extends PictureCodecContract {
    @Override
    PictureCodec codec() {
        return new JavaCodec();
    }

    @Override
    int brokenPictures(PictureFormat format) {
        return format == PictureFormat.WEBP ? 150 : 1000;
    }
}
