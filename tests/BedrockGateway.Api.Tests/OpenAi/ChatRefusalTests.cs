using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>Requests that no model is asked.</summary>
public sealed class ChatRefusalTests : IAsyncLifetime
{
    private OpenAiGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await OpenAiGateway.StartAsync("--ALLOWED_MODELS=meta.*");

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    public static TheoryData<string, string, string?, string?> Requests => new()
    {
        { "", "The request body is not valid JSON.", null, null },
        { "[]", "The request body must be a JSON object.", null, null },
        { "{} {}", "The request body is not valid JSON.", null, null },
        { """{"model":"\ud800"}""", "The request body is not valid JSON.", null, null },
        { "{}", "Missing required parameter: 'model'.", "model", "missing_required_parameter" },
        {
            """{"model":5}""",
            "Invalid type for 'model': expected a string, but got a number instead.",
            "model",
            "invalid_type"
        },
        { """{"model":""}""", "Invalid value for 'model': expected the name of a model.", "model", "invalid_value" },
        {
            """{"model":"meta.x"}""",
            "Missing required parameter: 'messages'.",
            "messages",
            "missing_required_parameter"
        },
        { Chat("[]"), "Invalid value for 'messages': expected at least one message.", "messages", "invalid_value" },
        {
            Chat("[5]"),
            "Invalid type for 'messages[0]': expected an object, but got a number instead.",
            "messages[0]",
            "invalid_type"
        },
        {
            Chat("""[{"role":"user","content":"Hi"},{"role":"king"}]"""),
            "Invalid value for 'messages[1].role': "
            + "'king' is none of 'system', 'developer', 'user', 'assistant' and 'tool'.",
            "messages[1].role",
            "invalid_value"
        },
        {
            Chat("""[{"role":"user","content":[{"type":"input_audio"}]}]"""),
            "Content of type 'input_audio' is not supported: send text, images and files.",
            "messages[0].content[0].type",
            "unsupported_value"
        },
        {
            Image("https://example.com/a.png"),
            "This gateway fetches nothing by URL: "
            + "send it in the request, as a data URL such as data:image/png;base64,...",
            "messages[0].content[0].image_url.url",
            "unsupported_value"
        },
        {
            Image("data:image/tiff;base64,AAAA"),
            "Images are supported as PNG, JPEG, GIF and WebP.",
            "messages[0].content[0].image_url.url",
            "unsupported_value"
        },
        {
            Image("data:image/png;base64,A"),
            "Invalid value for 'messages[0].content[0].image_url.url': expected a data URL in Base64.",
            "messages[0].content[0].image_url.url",
            "invalid_value"
        },
        { With("\"n\":2"), "This gateway gives one answer to a request: n must be 1.", "n", "unsupported_value" },
        {
            With("\"temperature\":2.1"),
            "Invalid value for 'temperature': expected a number between 0 and 2.",
            "temperature",
            "invalid_value"
        },
        {
            With("\"max_tokens\":0"),
            "Invalid value for 'max_tokens': expected an integer of at least 1.",
            "max_tokens",
            "invalid_value"
        },
        {
            With("\"max_tokens\":1.5"),
            "Invalid type for 'max_tokens': expected an integer, but got a number instead.",
            "max_tokens",
            "invalid_type"
        },
        {
            With("\"stream\":\"yes\""),
            "Invalid type for 'stream': expected a boolean, but got a string instead.",
            "stream",
            "invalid_type"
        },
        {
            With("\"functions\":[{}]"),
            "'functions' is not supported: send them as 'tools'.",
            "functions",
            "unsupported_value"
        },
        {
            With("\"tools\":[{\"type\":\"custom\"}]"),
            "Tools of type 'custom' are not supported: only functions are.",
            "tools[0].type",
            "unsupported_value"
        },
        {
            With(
                "\"tools\":[{\"function\":{\"name\":\"a\"}}],"
                + "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"b\"}}"),
            "Invalid value for 'tool_choice.function.name': 'b' is not among the tools.",
            "tool_choice.function.name",
            "invalid_value"
        },
        {
            With("\"response_format\":{\"type\":\"xml\"}"),
            "Invalid value for 'response_format.type': 'xml' is none of 'text', 'json_object' and 'json_schema'.",
            "response_format.type",
            "invalid_value"
        },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task WhatIsWrong_IsToldByItsPath(string body, string message, string? parameter, string? code)
    {
        using var reply = await _gateway.PostAsync(OpenAiGateway.Chat, body);

        await reply.IsAsync(
            400,
            $$$"""
            {"error":{"message":"{{{message}}}","type":"invalid_request_error",
            "param":{{{Quoted(parameter)}}},"code":{{{Quoted(code)}}}}}
            """.ReplaceLineEndings(""));
        Assert.Empty(_gateway.Runtime.Calls);
    }

    [Fact]
    public async Task ModelThatIsNotAllowed_IsForbidden()
    {
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat, """{"model":"amazon.nova-lite-v1:0","messages":[{"role":"user","content":"Hi"}]}""");

        await reply.IsAsync(
            403,
            """
            {"error":{"message":"This gateway does not allow the model amazon.nova-lite-v1:0.
             GET /bedrock lists those that it allows.",
            "type":"permission_error","param":"model","code":"model_not_allowed"}}
            """.ReplaceLineEndings(""));
    }

    private static string Chat(string messages) => $$"""{"model":"meta.x","messages":{{messages}}}""";

    private static string With(string fields) =>
        $$"""{"model":"meta.x","messages":[{"role":"user","content":"Hi"}],{{fields}}}""";

    private static string Image(string url) => Chat(
        $$$"""[{"role":"user","content":[{"type":"image_url","image_url":{"url":"{{{url}}}"}}]}]""");

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";
}
