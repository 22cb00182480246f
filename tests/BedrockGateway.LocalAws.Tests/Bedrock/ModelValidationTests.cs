namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Bodies that a family does not take, in Bedrock's words.</summary>
public sealed class ModelValidationTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Turn = """[{"role":"user","content":"Hi"}]""";

    [Theory]
    [InlineData(
        "us.anthropic.claude-sonnet-4-6",
        """{"messages":""" + Turn + "}",
        "#: required key [anthropic_version] not found#: required key [max_tokens] not found")]
    [InlineData(
        "us.anthropic.claude-sonnet-4-6",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"model":"m","stream":true,"messages":"""
        + Turn + "}",
        "#: extraneous key [model] is not permitted#: extraneous key [stream] is not permitted")]
    [InlineData(
        "us.anthropic.claude-sonnet-4-6",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[]}""",
        "#/messages: expected minimum item count: 1, found: 0")]
    [InlineData(
        "us.anthropic.claude-sonnet-4-6",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":0,"messages":[1,{"role":"user"},{"role":"""
        + """2,"content":""}]}""",
        "#/max_tokens: 0 is not greater or equal to 1#/messages/0: expected type: JSONObject, found: "
        + "Integer#/messages/1: required key [content] not found#/messages/2/role: expected type: String, "
        + "found: Integer")]
    [InlineData(
        "us.anthropic.claude-sonnet-4-6",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":""}]}""",
        "#/messages/0/content: expected minLength: 1, actual: 0")]
    [InlineData(
        "us.anthropic.claude-sonnet-4-6",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":[{"type":"text","text":""}]}]}""",
        "#/messages/0/content/0/text: expected minLength: 1, actual: 0")]
    [InlineData(
        "amazon.nova-lite-v1:0",
        """{"messages":[{"role":"user","content":[{"text":""}]}]}""",
        "#/messages/0/content/0/text: expected minLength: 1, actual: 0")]
    [InlineData(
        "mistral.mistral-large-2407-v1:0",
        """{"messages":[{"role":"assistant","content":""},{"role":"user","content":5}]}""",
        "#/messages/1/content: expected type: String, found: Integer")]
    [InlineData(
        "anthropic.claude-instant-v1",
        """{"prompt":"\n\nHuman: Hi\n\nAssistant:"}""",
        "#: required key [max_tokens_to_sample] not found")]
    [InlineData(
        "amazon.titan-text-express-v1",
        """{"prompt":"Hi","max_tokens_to_sample":500}""",
        "#: required key [inputText] not found#: extraneous key [prompt] is not permitted#: extraneous key "
        + "[max_tokens_to_sample] is not permitted")]
    [InlineData(
        "amazon.titan-text-express-v1",
        """{"inputText":"","textGenerationConfig":{"maxTokenCount":"9","topK":1,"stopSequences":[5]}}""",
        "#/textGenerationConfig: extraneous key [topK] is not permitted#/inputText: expected minLength: 1, "
        + "actual: 0#/textGenerationConfig/maxTokenCount: expected type: Integer, found: "
        + "String#/textGenerationConfig/stopSequences/0: expected type: String, found: Integer")]
    [InlineData(
        "amazon.nova-lite-v1:0",
        """{"messages":""" + Turn + "}",
        "#/messages/0/content: expected type: JSONArray, found: String")]
    [InlineData(
        "amazon.nova-lite-v1:0",
        """{"inputText":"Hi"}""",
        "#: required key [messages] not found#: extraneous key [inputText] is not permitted")]
    [InlineData(
        "meta.llama2-13b-chat-v1",
        """{"prompt":null,"max_gen_len":1.5,"stop":[]}""",
        "#: extraneous key [stop] is not permitted#/prompt: expected type: String, found: Null#/max_gen_len: "
        + "expected type: Integer, found: BigDecimal")]
    [InlineData("meta.llama2-13b-chat-v1", """[]""", "#: expected type: JSONObject, found: JSONArray")]
    [InlineData("mistral.mistral-7b-instruct-v0:2", "{}", "#: required key [prompt] not found")]
    [InlineData("mistral.mistral-large-2407-v1:0", "{}", "#: required key [messages] not found")]
    [InlineData("ai21.jamba-1-5-mini-v1:0", "{}", "#: required key [messages] not found")]
    [InlineData("openai.gpt-oss-20b-1:0", """{"messages":null}""", "#: required key [messages] not found")]
    [InlineData("openai.gpt-oss-20b-1:0", """{"n":17,"messages":""" + Turn + "}", "#/n: 17 is not less or equal to 16")]
    [InlineData("us.writer.palmyra-x4-v1:0", "{}", "#: required key [messages] not found")]
    [InlineData("us.deepseek.r1-v1:0", "{}", "#: required key [prompt] not found")]
    [InlineData("cohere.command-text-v14", "{}", "#: required key [prompt] not found")]
    [InlineData(
        "cohere.command-r-v1:0",
        """{"message":"Hi","top_k":5}""",
        "#: extraneous key [top_k] is not permitted")]
    [InlineData("ai21.j2-mid-v1", """{"maxTokens":200}""", "#: required key [prompt] not found")]
    [InlineData(
        "amazon.titan-embed-text-v1",
        """{"inputText":"Hi","dimensions":256}""",
        "#: extraneous key [dimensions] is not permitted")]
    [InlineData(
        "amazon.titan-embed-text-v2:0",
        """{"inputText":"Hi","dimensions":1025}""",
        "#/dimensions: 1025 is not less or equal to 1024")]
    [InlineData(
        "cohere.embed-english-v3",
        """{"inputText":"Hi"}""",
        "#: required key [texts] not found#: required key [input_type] not found#: extraneous key [inputText] "
        + "is not permitted")]
    [InlineData("amazon.titan-embed-image-v1", "{}", "#: required key [inputText] not found")]
    [InlineData(
        "amazon.titan-image-generator-v2:0",
        """{"taskType":"TEXT_IMAGE","textToImageParams":{}}""",
        "#/textToImageParams: required key [text] not found")]
    [InlineData(
        "amazon.titan-image-generator-v2:0",
        """{"taskType":"TEXT_IMAGE"}""",
        "#: required key [textToImageParams] not found")]
    public async Task Violation_IsNamedInTheFault(string modelId, string body, string violations)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        Assert.Equal(
            BedrockReply.Invalid($"Malformed input request: {violations}, please reformat your input and try again."),
            reply.Fault);
    }

    [Theory]
    [InlineData("Hi", "prompt must start with \"\n\nHuman:\" turn, prompt must end with \"\n\nAssistant:\" turn")]
    [InlineData("\\n\\nHuman: Hi", "prompt must end with \"\n\nAssistant:\" turn")]
    [InlineData("\\n\\nHuman: Hi\\n\\nAssistant: Yes\\n\\nHuman: Bye", "prompt must end with \"\n\nAssistant:\" turn")]
    public async Task PromptWithoutClaudesTurns_IsInvalid(string prompt, string problem)
    {
        var reply = await BedrockWire.InvokeAsync(
            fixture.Aws, "anthropic.claude-v2:1", $$"""{"prompt":"{{prompt}}","max_tokens_to_sample":9}""");

        Assert.Equal(BedrockReply.Invalid($"Invalid prompt: {problem}"), reply.Fault);
    }

    [Theory]
    [InlineData(
        "cohere.embed-english-v3",
        """{"texts":["Hi"],"input_type":"search_query","embedding_types":["ubinary"]}""",
        "embeddings of type ubinary")]
    [InlineData("amazon.nova-canvas-v1:0", """{"taskType":"INPAINTING"}""", "taskType INPAINTING")]
    [InlineData("stability.sd3-5-large-v1:0", """{"prompt":"Hi","output_format":"webp"}""", "output_format webp")]
    public async Task WhatIsNotEmulated_IsNamed(string modelId, string body, string what)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        Assert.Equal(
            $"LocalAws does not emulate bedrock-runtime:InvokeModel with {what}.", (string?)reply.Body["message"]);
    }
}
