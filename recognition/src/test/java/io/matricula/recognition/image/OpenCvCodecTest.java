package io.matricula.recognition.image;

class OpenCvCodecTest extends PictureCodecContract {
    @Override
    PictureCodec codec() {
        return OpenCvCodec.load();
    }

    @Override
    int brokenPictures(PictureFormat format) {
        // Its JPEG and PNG parts write a line to the standard error for most of them.
        return format == PictureFormat.JPEG || format == PictureFormat.PNG ? 400 : 3000;
    }
}
