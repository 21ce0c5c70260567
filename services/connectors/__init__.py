"""Other systems of the plant: the MES, and the sensors' broker."""
