using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Families that answer with vectors, ranks and images.</summary>
public sealed class EmbeddingAndImageTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData("amazon.titan-embed-text-v1", """{"inputText":"one two"}""", "embedding", 1536)]
    [InlineData("amazon.titan-embed-text-v2:0", """{"inputText":"one two"}""", "embedding", 1024)]
    [InlineData("amazon.titan-embed-text-v2:0", """{"inputText":"one two","dimensions":256}""", "embedding", 256)]
    [InlineData(
        "amazon.titan-embed-image-v1",
        """{"inputImage":"aGk=","embeddingConfig":{"outputEmbeddingLength":384}}""",
        "embedding",
        384)]
    [InlineData(
        "amazon.nova-2-multimodal-embeddings-v1:0",
        """{"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":"""
        + """{"embeddingPurpose":"GENERIC_INDEX","text":{"truncationMode":"END","value":"one two"}}}""",
        "embeddings/0/embedding",
        3072)]
    [InlineData(
        "cohere.embed-english-v3",
        """{"texts":["one two"],"input_type":"search_query"}""",
        "embeddings/0",
        1024)]
    [InlineData(
        "us.cohere.embed-v4:0",
        """{"texts":["one two"],"input_type":"search_query","embedding_types":["float"]}""",
        "embeddings/float/0",
        1536)]
    public async Task Embedding_HasTheModelsLengthAndNormOne(string modelId, string body, string path, int length)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        var vector = Vector(reply.Body, path);
        Assert.Equal(length, vector.Length);
        Assert.Equal(1, vector.Sum(value => value * value), precision: 4);
        Assert.False(reply.Headers.ContainsKey("X-Amzn-Bedrock-Output-Token-Count"));
    }

    [Fact]
    public async Task TextsThatShareWords_AreNearerThanOthers()
    {
        var reply = await BedrockWire.InvokeAsync(
            fixture.Aws,
            "cohere.embed-english-v3",
            """{"texts":["the red house","a red house","blue whales swim"],"input_type":"search_document"}""");

        var vectors = Enumerable.Range(0, 3).Select(i => Vector(reply.Body, $"embeddings/{i}")).ToArray();
        Assert.True(Dot(vectors[0], vectors[1]) > Dot(vectors[0], vectors[2]));
        Assert.Equal("embeddings_floats", (string?)reply.Body["response_type"]);
        Assert.Equal("""["the red house","a red house","blue whales swim"]""", reply.Body["texts"]!.ToJsonString());
    }

    [Fact]
    public async Task EmbeddingTypes_AreAnsweredByName()
    {
        var reply = await BedrockWire.InvokeAsync(
            fixture.Aws,
            "amazon.titan-embed-text-v2:0",
            """{"inputText":"one","dimensions":256,"embeddingTypes":["binary","float"]}""");

        var floats = Vector(reply.Body, "embeddingsByType/float");
        Assert.Equal(Vector(reply.Body, "embedding"), floats);
        Assert.Equal(floats.Select(value => value > 0 ? 1.0 : 0.0), Vector(reply.Body, "embeddingsByType/binary"));
        Assert.Equal(1, (int?)reply.Body["inputTextTokenCount"]);
    }

    [Theory]
    [InlineData(
        "amazon.rerank-v1:0",
        """{"query":"red house","documents":["blue whale","a red house","red car"],"top_n":2}""")]
    [InlineData(
        "cohere.rerank-v3-5:0",
        """{"query":"red house","documents":["blue whale","a red house","red car"],"top_n":2,"api_version":2}""")]
    public async Task Rerank_PutsTheDocumentWithMostOfTheQueryFirst(string modelId, string body)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        Assert.Equal(
            """{"results":[{"index":1,"relevance_score":1},{"index":2,"relevance_score":0.5}]}""", reply.Text);
    }

    [Theory]
    [InlineData(
        "amazon.titan-image-generator-v2:0",
        """{"taskType":"TEXT_IMAGE","textToImageParams":{"text":"a"},"imageGenerationConfig":{"width":"""
        + """512,"height":300}}""",
        512,
        300)]
    [InlineData("stability.stable-image-core-v1:1", """{"prompt":"a"}""", 1024, 1024)]
    public async Task Image_IsAPngOfTheSizeAskedFor(string modelId, string body, int width, int height)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        var png = Convert.FromBase64String((string)reply.Body["images"]![0]!);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal(Convert.FromHexString(BedrockWire.Digest(body)[..6]), png[41..44]);
        Assert.Equal(height * (1 + ((width + 7) / 8)), Inflate(png[(44 + 4 + 8)..]).Length);
        Assert.Equal([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], png[^8..]);
    }

    private static byte[] Inflate(byte[] data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (l, r) => l * r).Sum();

    private static double[] Vector(JsonNode body, string path) =>
        [.. path.Split('/').Aggregate(
            (JsonNode?)body, (node, name) => node is JsonArray items ? items[int.Parse(name, null)] : node![name])!
            .AsArray().Select(value => (double)value!)];
}
