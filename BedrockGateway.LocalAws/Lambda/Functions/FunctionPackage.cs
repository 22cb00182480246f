namespace BedrockGateway.LocalAws.Lambda.Functions;

/// <summary>A function's code.</summary>
/// <param name="Content">Bytes of the zip file.</param>
/// <param name="Sha256">Their digest in base64, which Lambda calls <c>CodeSha256</c>.</param>
internal sealed record FunctionPackage(ReadOnlyMemory<byte> Content, string Sha256);
