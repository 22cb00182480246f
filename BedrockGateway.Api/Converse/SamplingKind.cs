namespace BedrockGateway.Api.Converse;

/// <summary>Which of temperature and top_p a model takes.</summary>
internal enum SamplingKind
{
    Both,
    OneOfThem,
    Neither,
}
